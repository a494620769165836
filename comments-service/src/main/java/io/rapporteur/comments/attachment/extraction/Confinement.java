package io.rapporteur.comments.attachment.extraction;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives up, for the whole of this process and for good, what reading a file needs nothing of: to
 * open a socket, to start a program, to reach into another process. The kernel refuses these calls
 * from then on (seccomp(2), a filter over all threads), which needs no rights, no container and no
 * namespaces, and which no code within the process can undo.
 */
final class Confinement {

  private static final long PR_SET_NO_NEW_PRIVS = 38;
  private static final long SECCOMP_SET_MODE_FILTER = 1;
  private static final long SECCOMP_FILTER_FLAG_TSYNC = 1;

  private static final short LOAD = 0x20;
  private static final short JUMP_IF_EQUAL = 0x15;
  private static final short JUMP_IF_AT_LEAST = 0x35;
  private static final short RETURN = 0x06;
  private static final int ALLOW = 0x7fff0000;
  private static final int REFUSE = 0x00050001;
  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;

  /** Numbers from here on are those of another calling convention (x32). */
  private static final int OTHER_CONVENTION = 0x40000000;

  private static final int INSTRUCTION = 8;

  private Confinement() {}

  /**
   * What a kernel calls things.
   *
   * @param architecture as the filter sees it
   * @param seccomp number of the call that sets a filter
   * @param refused numbers of the calls that are given up: socket, connect, bind, listen, accept,
   *     accept4, execve, execveat, ptrace, kill, process_vm_readv, process_vm_writev,
   *     io_uring_setup, pidfd_getfd; not socketpair, which leads nowhere and which Java needs to
   *     say that a socket was refused
   */
  private record Kernel(int architecture, long seccomp, int... refused) {}

  private static final Kernel X86_64 =
      new Kernel(0xC000003E, 317, 41, 42, 49, 50, 43, 288, 59, 322, 101, 62, 310, 311, 425, 438);
  private static final Kernel AARCH64 =
      new Kernel(
          0xC00000B7, 277, 198, 203, 200, 201, 202, 242, 221, 281, 117, 129, 270, 271, 425, 438);

  private static Optional<Kernel> kernel() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return Optional.empty();
    }
    return switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }

  /** Enters; answers whether the kernel holds it from now on. */
  static boolean enter() {
    return kernel().filter(Confinement::enter).isPresent();
  }

  private static boolean enter(Kernel kernel) {
    Linker linker = Linker.nativeLinker();
    MemorySegment syscall = linker.defaultLookup().find("syscall").orElseThrow();
    MethodHandle call =
        linker.downcallHandle(
            syscall,
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.ADDRESS),
            Linker.Option.firstVariadicArg(1));
    MethodHandle control =
        linker.downcallHandle(
            linker.defaultLookup().find("prctl").orElseThrow(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    try (Arena arena = Arena.ofConfined()) {
      int noNewRights = (int) control.invokeExact((int) PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L);
      long filtered =
          (long)
              call.invokeExact(
                  kernel.seccomp,
                  SECCOMP_SET_MODE_FILTER,
                  SECCOMP_FILTER_FLAG_TSYNC,
                  program(kernel, arena));
      return noNewRights == 0 && filtered == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("confinement: the call cannot be made", e);
    }
  }

  /** {@code struct sock_fprog}: how many instructions, and where. */
  private static MemorySegment program(Kernel kernel, Arena arena) {
    int calls = kernel.refused.length;
    int length = calls + 6;
    int refuse = length - 1;
    MemorySegment code = arena.allocate((long) length * INSTRUCTION, INSTRUCTION);
    instruction(code, 0, LOAD, 0, 0, ARCHITECTURE);
    instruction(code, 1, JUMP_IF_EQUAL, 0, refuse - 2, kernel.architecture);
    instruction(code, 2, LOAD, 0, 0, NUMBER);
    instruction(code, 3, JUMP_IF_AT_LEAST, refuse - 4, 0, OTHER_CONVENTION);
    for (int i = 0; i < calls; i++) {
      instruction(code, 4 + i, JUMP_IF_EQUAL, refuse - 5 - i, 0, kernel.refused[i]);
    }
    instruction(code, refuse - 1, RETURN, 0, 0, ALLOW);
    instruction(code, refuse, RETURN, 0, 0, REFUSE);
    MemorySegment program = arena.allocate(16, 8);
    program.set(ValueLayout.JAVA_SHORT, 0, (short) length);
    program.set(ValueLayout.ADDRESS, 8, code);
    return program;
  }

  /** {@code struct sock_filter}. */
  private static void instruction(
      MemorySegment code, int place, short what, int ifTrue, int ifFalse, int value) {
    long at = (long) place * INSTRUCTION;
    code.set(ValueLayout.JAVA_SHORT, at, what);
    code.set(ValueLayout.JAVA_BYTE, at + 2, (byte) ifTrue);
    code.set(ValueLayout.JAVA_BYTE, at + 3, (byte) ifFalse);
    code.set(ValueLayout.JAVA_INT, at + 4, value);
  }
}
