"""What a process that opens foreign files may use: memory and processor time. Imports nothing of ours.

Set by the child on itself before it touches the file, so that a workbook made to grow ends the child and never the
program. On POSIX by resource limits, on Windows by a job object around the own process.
"""

from __future__ import annotations

import sys

MEMORY = 500 * 1024 * 1024
"""Bytes of address space (POSIX) or committed memory (Windows)."""


def restrict(seconds: int) -> None:
    """Limit this process to MEMORY and to that many seconds of processor time, for good."""
    if sys.platform == "win32":
        _by_job_object(seconds)
    else:
        _by_resource_limits(seconds)


def _by_resource_limits(seconds: int) -> None:
    import resource

    for kind, limit in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (bound, bound + 1 if kind == resource.RLIMIT_CPU and bound < hard else bound))


if sys.platform == "win32":

    def _by_job_object(seconds: int) -> None:
        """Put the own process into a job with limits. Windows 8 and newer nest jobs: a parent's job does not matter."""
        import ctypes
        from ctypes import wintypes

        class BasicLimits(ctypes.Structure):
            _fields_ = (
                ("per_process_user_time", wintypes.LARGE_INTEGER),
                ("per_job_user_time", wintypes.LARGE_INTEGER),
                ("limit_flags", wintypes.DWORD),
                ("minimum_working_set", ctypes.c_size_t),
                ("maximum_working_set", ctypes.c_size_t),
                ("active_process_limit", wintypes.DWORD),
                ("affinity", ctypes.c_size_t),
                ("priority_class", wintypes.DWORD),
                ("scheduling_class", wintypes.DWORD),
            )

        class ExtendedLimits(ctypes.Structure):
            _fields_ = (
                ("basic", BasicLimits),
                ("io_counters", ctypes.c_ulonglong * 6),
                ("process_memory", ctypes.c_size_t),
                ("job_memory", ctypes.c_size_t),
                ("peak_process_memory", ctypes.c_size_t),
                ("peak_job_memory", ctypes.c_size_t),
            )

        process_time, process_memory, active_process, die_quietly = 0x2, 0x100, 0x8, 0x400
        extended_information = 9
        limits = ExtendedLimits()
        limits.basic.per_process_user_time = seconds * 10_000_000  # in 100 ns
        limits.basic.active_process_limit = 1
        limits.basic.limit_flags = process_time | process_memory | active_process | die_quietly
        limits.process_memory = MEMORY
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        job = kernel.CreateJobObjectW(None, None)
        # Where a policy forbids jobs, the parent's limit of time and the checks of the archive still hold.
        if job and kernel.SetInformationJobObject(
            job, extended_information, ctypes.byref(limits), ctypes.sizeof(limits)
        ):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
