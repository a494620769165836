package io.rapporteur.aggregation.compilation;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts that are made whenever they are read, and counted as long as somebody holds them. */
public final class WatchedTexts {

  private static final int BETWEEN_LOOKS = 100;

  private final List<WeakReference<String>> read = new ArrayList<>();
  private int mostHeld;

  /** What a comment says. */
  public Comment.Saying text(int number) {
    return new Watched(number);
  }

  /** How often a text was read. */
  public int reads() {
    return read.size();
  }

  /** How many were held at a time. */
  public int mostHeld() {
    return mostHeld;
  }

  private final class Watched implements Comment.Saying {

    private final int number;

    Watched(int number) {
      this.number = number;
    }

    @Override
    public String kind() {
      return "substantive";
    }

    @Override
    public String position() {
      return "not-stated";
    }

    @Override
    public String language() {
      return "en";
    }

    @Override
    public List<Redaction> redactions() {
      return List.of();
    }

    @Override
    public String mark() {
      return "";
    }

    @Override
    public Content read() {
      var content =
          new Content(
              kind(),
              position(),
              "Comment " + number + " says so.",
              language(),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of());
      read.add(new WeakReference<>(content.text()));
      if (read.size() % BETWEEN_LOOKS == 0) {
        System.gc();
        long held = read.stream().filter(text -> text.get() != null).count();
        mostHeld = Math.max(mostHeld, Math.toIntExact(held));
      }
      return content;
    }
  }
}
