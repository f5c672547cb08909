"""Báo cáo: choosing, previewing, saving and printing the paper of the office."""
