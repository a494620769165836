package io.rapporteur.aggregation.redaction.http;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.redaction.NeededEdition;
import io.rapporteur.aggregation.redaction.RedactionLine;
import io.rapporteur.aggregation.redaction.RedactionLines;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The editions that lines of one consultation need: one that everyone reads where everyone reads
 * the text, else one for participants where they do. For one answer; not thread-safe.
 */
final class NeededEditions {

  private final Consultation consultation;
  private final RedactionLines lines;
  private final CommentTexts texts;
  private final Map<Audience, Set<String>> read = new EnumMap<>(Audience.class);

  NeededEditions(Consultation consultation, RedactionLines lines, CommentTexts texts) {
    this.consultation = consultation;
    this.lines = lines;
    this.texts = texts;
  }

  LineView view(RedactionLine line) {
    boolean shared =
        !consultation.editions().isEmpty() && !consultation.editions().getLast().open();
    return LineView.of(
        line,
        of(line, Audience.EVERYONE)
            // It corrects one that the public does not read yet.
            .map(each -> new NeededView(each.name(), each.corrects(), shared ? "everyone" : null))
            .or(() -> of(line, Audience.PARTICIPANTS).map(NeededView::of)));
  }

  private Optional<NeededEdition> of(RedactionLine line, Audience audience) {
    // Where comments are posted as received, the public reads it so at once.
    List<String> editions =
        consultation.asReceived()
            ? List.of()
            : consultation.editions().stream().map(Edition::name).toList();
    return NeededEdition.of(
        line,
        lines.known(line.consultation(), line.comment(), audience),
        editions,
        read.computeIfAbsent(audience, each -> texts.readBy(consultation, each)));
  }
}
