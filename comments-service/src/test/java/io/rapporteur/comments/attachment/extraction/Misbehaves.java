package io.rapporteur.comments.attachment.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Programs that a file could turn the reading process into. */
final class Misbehaves {

  private Misbehaves() {}

  /** Never ends. */
  static final class Hangs {
    private Hangs() {}

    public static void main(String[] args) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  /** Wants all memory. */
  static final class Swells {
    private Swells() {}

    public static void main(String[] args) {
      List<byte[]> all = new ArrayList<>();
      while (all.size() < Integer.MAX_VALUE) {
        all.add(new byte[1 << 20]);
      }
    }
  }

  /** Never stops writing. */
  static final class Floods {
    private Floods() {}

    public static void main(String[] args) {
      byte[] much = new byte[1 << 20];
      while (!System.out.checkError()) {
        System.out.write(much, 0, much.length);
      }
    }
  }

  /** Says what it was given. */
  static final class Tells {
    private Tells() {}

    public static void main(String[] args) {
      System.out.println(System.getenv().keySet());
      System.out.println(new java.io.File(".").list().length + " files here");
      System.out.flush();
    }
  }
}
