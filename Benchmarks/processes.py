"""Runs a process to its end and tells what it took; the scripts beside this file share it."""

import os
import subprocess
import sys
import threading
import time


def run(command, accepted=(0, 3), **options):
    """CPU s, wall s, peak resident MB, peak anonymous and peak file-backed MB of one run.

    CPU seconds are user and system time with all threads, as the kernel counted them. Ends the
    program with what the process complained of where its exit code is not among the accepted: 3
    says that all good records were handled and some were bad. `options` are those of Popen.
    """
    begin = time.monotonic()
    child = subprocess.Popen(
        command, stderr=subprocess.PIPE,
        **{"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, **options})
    peaks = {"RssAnon": 0, "RssFile": 0}
    complaints = []
    listener = threading.Thread(target=lambda: complaints.append(child.stderr.read()))
    threading.Thread(target=watch, args=(child, peaks), daemon=True).start()
    listener.start()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    listener.join()
    if child.returncode not in accepted:
        sys.stderr.write(complaints[0].decode(errors="replace"))
        sys.exit(f"exit code {child.returncode} of: {' '.join(command)}")
    unit = 1e6 if sys.platform == "darwin" else 1e6 / 1024
    return (usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / unit,
            peaks["RssAnon"] / 1e6, peaks["RssFile"] / 1e6)


def watch(child, peaks):
    """Looks every 10 ms at what the kernel counts as anonymous and as pages of files."""
    while child.returncode is None:
        memory = resident(child.pid)
        if memory is None:
            return
        for name in peaks:
            peaks[name] = max(peaks[name], memory[name])
        time.sleep(0.01)


def resident(process):
    """Resident bytes by the names of the kernel: VmRSS is all, RssAnon what is no file, RssFile
    pages of files. None where there is no such process, or no /proc."""
    try:
        with open(f"/proc/{process}/status", encoding="ascii", errors="replace") as status:
            fields = dict(line.split(":", 1) for line in status)
        return {name: 1024 * int(fields[name].split()[0])
                for name in ("VmRSS", "RssAnon", "RssFile")}
    except (OSError, KeyError):
        return None
