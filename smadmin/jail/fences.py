"""The worker's side of the jail: what it gives up before it sees the first untrusted byte.

Order matters: `lower_limits` first, then the trade loads its plug-ins, then `shut`. After that no path can be
opened, so nothing may be imported any more. A fence that the machine doesn't have is left out and reported.
"""

import contextlib
import ctypes
import os
import sys
from typing import TYPE_CHECKING

from smadmin.jail.limits import Fences

if TYPE_CHECKING:
    from pyseccomp import SyscallFilter
if sys.platform != "win32":
    import resource

_PR_SET_DUMPABLE = 4

# What decoders, numpy and Python itself need once everything is loaded. Whatever isn't here answers EPERM.
# Not here on purpose: open*, socket*, connect, fork, vfork, exec*, kill, ptrace, process_vm_*, pidfd_*,
# io_uring_*, bpf, memfd_create, unlink*, rename*, chmod*, chown*, mount, unshare, keyctl.
_CALLS = (
    "read write readv writev close lseek fstat newfstatat dup fcntl pipe2"
    " mmap munmap mprotect mremap madvise brk membarrier"
    " futex eventfd2 sched_yield sched_getaffinity set_robust_list rseq gettid set_tid_address"
    " rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart_syscall"
    " poll ppoll select pselect6 epoll_wait"
    " clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times"
    " getpid getppid getuid geteuid getgid getegid getrusage getrlimit sysinfo uname getcpu"
    " getrandom arch_prctl prctl exit exit_group"
)
_CLONE_THREAD = 0x00010000
_ENOSYS = 38
_EPERM = 1


def lower_limits(*, memory: int) -> Fences:
    """Set the limits that hold from the start, and say which of them stand."""
    if sys.platform == "win32":
        return Fences.NONE
    standing = Fences.NONE
    os.umask(0o077)
    wanted = [(Fences.NO_CORE, resource.RLIMIT_CORE, 0), (Fences.NO_FILE_GROWS, resource.RLIMIT_FSIZE, 0)]
    if memory:
        wanted.append((Fences.MEMORY, resource.RLIMIT_AS, memory))
    for fence, kind, most in wanted:
        with contextlib.suppress(OSError, ValueError):  # macOS refuses some of them
            resource.setrlimit(kind, (most, most))
            standing |= fence
    if sys.platform == "linux" and ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0:
        standing |= Fences.NOT_TRACEABLE
    return standing


def allow_cpu_seconds(more: int) -> Fences:
    """Let this process use so many more seconds of processor time from now on; past them it is killed."""
    if sys.platform == "win32" or not more:
        return Fences.NONE
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + 1 + more
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
    return Fences.CPU


def shut() -> Fences:
    """Give up every path and nearly every system call, for good, and say what stands."""
    if sys.platform != "linux":
        return Fences.NONE
    rules = _few_calls()  # made before paths go: its library has to be found on the disk
    return _give_up_paths() | _give_up_calls(rules)


def _give_up_paths() -> Fences:
    if sys.platform != "linux":
        return Fences.NONE
    try:
        from landlock import Ruleset  # noqa: PLC0415 - Linux only, and only in workers

        Ruleset().apply()
    except (ImportError, OSError):  # this kernel has no landlock
        return Fences.NONE
    return Fences.NO_PATHS


def _give_up_calls(rules: "SyscallFilter | None") -> Fences:
    if rules is None:
        return Fences.NONE
    try:
        rules.load()
    except OSError:
        return Fences.NONE
    return Fences.FEW_CALLS


def _few_calls() -> "SyscallFilter | None":
    if sys.platform != "linux":
        return None
    try:
        import pyseccomp  # noqa: PLC0415 - Linux only, and only in workers

        rules = pyseccomp.SyscallFilter(pyseccomp.ERRNO(_EPERM))
    except (ImportError, OSError, RuntimeError):  # RuntimeError: libseccomp isn't installed
        return None
    for call in _CALLS.split():
        with contextlib.suppress(OSError):  # a call that this processor doesn't have
            rules.add_rule(pyseccomp.ALLOW, call)
    # libheif and dlib start threads: plain clone for threads only, and clone3, whose arguments can't be
    # looked at, as if the kernel didn't know it. Signals only to oneself (abort), limits only one's own.
    rules.add_rule(pyseccomp.ERRNO(_ENOSYS), "clone3")
    thread = pyseccomp.Arg(0, pyseccomp.MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD)
    rules.add_rule(pyseccomp.ALLOW, "clone", thread)
    rules.add_rule(pyseccomp.ALLOW, "tgkill", pyseccomp.Arg(0, pyseccomp.EQ, os.getpid()))
    for oneself in (0, os.getpid()):
        rules.add_rule(pyseccomp.ALLOW, "prlimit64", pyseccomp.Arg(0, pyseccomp.EQ, oneself))
    return rules
