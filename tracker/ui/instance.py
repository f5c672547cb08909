"""One window per data folder: a second start brings the first window to the front and ends.

A lock file in the folder tells who was first (`tracker.ui.lock`); a local socket carries the call. The first window
listens after its first paint.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThread

from tracker.domain.errors import Unavailable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TRIES, PAUSE_MS, ANSWER_MS = 15, 200, 1_000


def call_first(folder: Path) -> None:
    """Bring the first window to the front. Raises Unavailable "window.held" where it does not answer."""
    from PySide6.QtNetwork import QLocalSocket

    for _ in range(TRIES):
        socket = QLocalSocket()
        socket.connectToServer(_name(folder))
        if socket.waitForConnected(ANSWER_MS):
            socket.disconnectFromServer()
            return
        QThread.msleep(PAUSE_MS)  # it has the lock but does not listen yet, and nothing tells when it will
    raise Unavailable("window.held", path=str(folder))


def listen(folder: Path, window: QWidget) -> None:
    """Come to the front whenever another start calls."""
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    QLocalServer.removeServer(_name(folder))
    server.listen(_name(folder))

    def called() -> None:
        socket: QLocalSocket | None = server.nextPendingConnection()
        if socket is not None:
            socket.disconnectFromServer()
            socket.deleteLater()
        bring_to_front(window)

    server.newConnection.connect(called)


def _name(folder: Path) -> str:
    return f"ba-ro-{sha256(str(folder.resolve()).encode()).hexdigest()[:24]}"


def bring_to_front(window: QWidget) -> None:
    """Out of the task bar, above the others, with the keyboard."""
    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()
