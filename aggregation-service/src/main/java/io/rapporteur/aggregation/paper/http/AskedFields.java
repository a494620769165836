package io.rapporteur.aggregation.paper.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.http.MomentParameter;
import io.rapporteur.aggregation.paper.Asked;
import io.rapporteur.aggregation.paper.Order;
import io.rapporteur.aggregation.paper.PaperFormat;
import io.rapporteur.aggregation.paper.UnLanguage;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.TextLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads which paper is asked for, by the names of parameters or fields; every fault is noted.
 * Symbol and distribution are typed by the secretariat alone: others would print a paper that looks
 * like one of its own. Not thread-safe.
 */
public final class AskedFields {

  private static final TextLimit TYPED = TextLimit.characters(100);

  private final Function<String, @Nullable String> values;
  private final List<Fault> faults = new ArrayList<>();

  /** Reads from these. */
  public AskedFields(Function<String, @Nullable String> values) {
    this.values = values;
  }

  /** All that were noted. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * What is asked for.
   *
   * @param acceptedFormat the one that the caller accepts, if none is named
   * @param formats of this door
   * @param json whether JSON is served at this door too, by another hand
   * @param sections ids of the sections there are
   * @param partitions of the comments' log: how many ranks a cut has
   */
  public Asked read(
      Caller caller,
      Optional<PaperFormat> acceptedFormat,
      List<PaperFormat> formats,
      boolean json,
      @Nullable String acceptLanguage,
      List<String> sections,
      int partitions) {
    return new Asked(
        format(acceptedFormat, formats, json),
        language(acceptLanguage),
        order(),
        oneOf("section", sections),
        value("entry"),
        value("participant"),
        oneOf("kind", Comment.KINDS),
        oneOf("position", Comment.POSITIONS),
        typed("symbol", caller),
        typed("distribution", caller),
        asOf(partitions));
  }

  private Optional<Moment> asOf(int partitions) {
    return value("asOf").flatMap(name -> MomentParameter.read("asOf", name, partitions, faults));
  }

  private PaperFormat format(
      Optional<PaperFormat> accepted, List<PaperFormat> formats, boolean json) {
    Optional<String> named = value("format");
    List<String> allowed = new ArrayList<>(formats.stream().map(PaperFormat::word).toList());
    if (json) {
      allowed.add("json");
    }
    if (named.isEmpty()) {
      if (accepted.isEmpty()) {
        faults.add(Fault.of("format", "missing", "one of " + String.join(", ", allowed)));
      }
      return accepted.orElse(PaperFormat.PDF);
    }
    Optional<PaperFormat> format = PaperFormat.of(named.get()).filter(formats::contains);
    if (format.isEmpty()) {
      faults.add(Fault.of("format", named.get(), "one of " + String.join(", ", allowed)));
    }
    return format.orElse(PaperFormat.PDF);
  }

  private Order order() {
    return oneOf("order", Order.words()).flatMap(Order::of).orElse(Order.OURS);
  }

  private UnLanguage language(@Nullable String acceptLanguage) {
    Optional<String> named = oneOf("language", UnLanguage.tags());
    return named.isPresent()
        ? named.flatMap(UnLanguage::of).orElse(UnLanguage.EN)
        : accepted(acceptLanguage).orElse(UnLanguage.EN);
  }

  /** The best that is offered; a header that cannot be read asks for nothing. */
  private static Optional<UnLanguage> accepted(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return Optional.empty();
    }
    try {
      List<Locale> offered = UnLanguage.tags().stream().map(Locale::forLanguageTag).toList();
      return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), offered))
          .flatMap(best -> UnLanguage.of(best.getLanguage()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> typed(String name, Caller caller) {
    Optional<String> value = value(name);
    if (value.isPresent() && !caller.isSecretariat()) {
      faults.add(Fault.of(name, value.get(), "none; the secretariat alone types it"));
    }
    value
        .flatMap(TYPED::fault)
        .ifPresent(found -> faults.add(Fault.of(name, found, TYPED.expected())));
    return value;
  }

  private Optional<String> oneOf(String name, List<String> allowed) {
    Optional<String> value = value(name);
    if (value.filter(v -> !allowed.contains(v)).isPresent()) {
      faults.add(Fault.of(name, value.get(), "one of " + String.join(", ", allowed)));
    }
    return value;
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.apply(name));
  }
}
