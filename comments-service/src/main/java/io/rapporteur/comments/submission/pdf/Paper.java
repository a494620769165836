package io.rapporteur.comments.submission.pdf;

import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.submission.CoverLetter;
import io.rapporteur.comments.submission.HandedIn;
import io.rapporteur.comments.submission.PrintedNames;
import io.rapporteur.comments.submission.Registration;
import io.rapporteur.comments.submission.Submission;
import io.rapporteur.comments.submission.TextOrder;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.reference.EntryReference;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is printed of a submission: who, when, under which receipt, the cover letter, then the
 * comments as they were handed in, in the order of the text, with the disclaimers of their
 * sections.
 */
final class Paper {

  private static final String STYLE =
      """
      @page { size: A4; margin: 22mm 20mm; @bottom-center { content: counter(page) " / " counter(pages);
        font-family: Text; font-size: 8pt; } }
      body { font-family: Text, Han; font-size: 10pt; line-height: 1.5; }
      h1 { font-size: 15pt; } h2 { font-size: 12pt; margin-top: 8mm; } h3 { font-size: 10pt; margin: 5mm 0 1mm; }
      p { margin: 1mm 0; } .rtl { text-align: right; }
      .fact { font-size: 9pt; } .notice { font-size: 8pt; color: #333; margin: 2mm 0; }
      .comment { border-top: 0.5pt solid #999; padding: 2mm 0; page-break-inside: auto; }
      .proposed { margin: 1mm 6mm; }
      """;

  private final Submission submission;
  private final List<Revision> comments;
  private final Optional<Agenda> agenda;
  private final PrintedNames names;
  private final Markup out = new Markup();

  Paper(
      Submission submission, List<Revision> comments, Optional<Agenda> agenda, PrintedNames names) {
    this.submission = submission;
    this.comments = TextOrder.of(agenda).sorted(comments);
    this.agenda = agenda;
    this.names = names;
  }

  Markup markup() {
    HandedIn first = submission.first();
    out.raw("<html><head><title>Submission</title><style>" + STYLE + "</style></head><body>");
    out.text("h1", "Comments on preliminary conclusions and recommendations");
    agenda.map(Agenda::titles).map(this::title).ifPresent(title -> out.text("p", title));
    name(first.author().participant());
    for (HandedIn act : submission.acts()) {
      act(act);
    }
    out.text("p", "notice", Notices.AS_RECEIVED);
    return out.raw("</body></html>");
  }

  private void name(String participant) {
    String english = names.formal(participant, "en").orElse(participant);
    out.text("h2", english.substring(0, 1).toUpperCase(Locale.ROOT) + english.substring(1));
    submission
        .first()
        .coverLetter()
        .map(CoverLetter::language)
        .filter(language -> !language.equals("en"))
        .flatMap(language -> names.formal(participant, language))
        .ifPresent(name -> out.text("p", name));
  }

  private void act(HandedIn act) {
    if (act.adds()) {
      out.text("h2", "Added on " + shown(act.receivedAt()));
    }
    out.line("Receipt", act.receipt().code());
    out.line("Received", shown(act.receivedAt()) + (act.late() ? ", after the deadline" : ""));
    act.registration().ifPresent(this::registration);
    out.line("Round", Integer.toString(act.round()));
    out.line("Comments", Integer.toString(act.comments()));
    out.line("SHA-256 of the comments", act.digest());
    act.coverLetter()
        .ifPresent(
            letter -> {
              out.text("h2", "Cover letter");
              original(letter.language());
              out.text("p", letter.text());
            });
    attachments(act.attachments());
    String section = "";
    boolean general = false;
    boolean draft = false;
    for (Revision comment : comments) {
      if (!comment.requestId().equals(act.requestId())) {
        continue;
      }
      Optional<Agenda.Section> under = section(comment);
      boolean onEntry = comment.target().entry().isPresent();
      if (onEntry && !draft) {
        out.text("h2", "Comments on the consolidated draft");
        draft = true;
      }
      if (under.isEmpty() && !onEntry && !general) {
        out.text("h2", "General comments");
        general = true;
      }
      if (under.isPresent() && !under.get().id().equals(section)) {
        section = under.get().id();
        heading(under.get());
      }
      comment(comment);
    }
  }

  private void registration(Registration registration) {
    out.line(
        "Arrived",
        shown(registration.arrivedAt())
            + " by "
            + registration.channel().word().replace('-', ' ')
            + ", "
            + registration.reference());
    out.line("Entered by", registration.clerk());
  }

  private void heading(Agenda.Section section) {
    out.text("h2", title(section.headings()));
    section.agendaItem().ifPresent(item -> out.line("Agenda item", item));
    section.disclaimers().values().forEach(text -> out.text("p", "notice", text));
  }

  private void comment(Revision comment) {
    out.raw("<div class=\"comment\">");
    item(comment)
        .ifPresentOrElse(
            item -> out.text("h3", "Item " + item.number() + ", " + item.reference()),
            () ->
                out.text(
                    "h3",
                    comment
                        .target()
                        .recommendation()
                        .or(() -> entry(comment))
                        .or(() -> comment.target().section().map(s -> "On the section as a whole"))
                        .or(
                            () ->
                                comment.target().document().map(d -> "On the document as a whole"))
                        .orElse("On the whole")));
    comment
        .author()
        .onBehalfOf()
        .ifPresent(group -> out.line("On behalf of", names.formal(group, "en").orElse(group)));
    if (comment.fact() instanceof Fact.Said said) {
      content(said.content());
      invited(said.invited());
    }
    out.raw("</div>\n");
  }

  private void invited(List<Author> invited) {
    if (!invited.isEmpty()) {
      out.line(
          "Asked to join",
          String.join(
              "; ",
              invited.stream()
                  .map(Author::participant)
                  .map(code -> names.formal(code, "en").orElse(code))
                  .toList()));
    }
  }

  private void attachments(List<Attachment> files) {
    for (Attachment file : files) {
      out.line(
          "Attachment",
          "%s (%s, %d bytes, SHA-256 %s)"
              .formatted(file.name(), file.mediaType(), file.size(), file.sha256()));
    }
  }

  private void content(Content content) {
    if (content.position() != Position.NOT_STATED) {
      out.line("Position", content.position().word().replace('-', ' '));
    }
    out.line("Kind", content.kind().word());
    original(content.language());
    content
        .quotation()
        .ifPresent(
            text -> {
              out.line("On the passage", "");
              out.text("p", "proposed", text);
            });
    out.text("p", content.text());
    content
        .proposedText()
        .ifPresent(
            text -> {
              out.line(
                  "Proposed text",
                  content
                      .proposedTextLanguage()
                      .map(l -> "amending the version in " + language(l))
                      .orElse(""));
              out.text("p", "proposed", text);
            });
    content
        .rationale()
        .ifPresent(
            text -> {
              out.line("Rationale", "");
              out.text("p", text);
            });
    for (Content.Translation translation : content.translations()) {
      out.line(
          "Unofficial translation",
          language(translation.language()) + ", by " + translation.author());
      out.text("p", translation.text());
    }
    attachments(content.attachments());
  }

  private void original(String language) {
    out.line("Original:", language(language));
  }

  private static Optional<String> entry(Revision comment) {
    return comment.target().entry().map(id -> "Entry " + EntryReference.number(id));
  }

  private Optional<Agenda.Item> item(Revision comment) {
    return comment
        .target()
        .recommendation()
        .flatMap(
            id ->
                agenda.stream()
                    .flatMap(a -> a.items().stream())
                    .filter(item -> item.id().equals(id))
                    .findFirst());
  }

  private Optional<Agenda.Section> section(Revision comment) {
    return comment
        .target()
        .section()
        .flatMap(
            id ->
                agenda.stream()
                    .flatMap(a -> a.items().stream())
                    .map(Agenda.Item::section)
                    .filter(section -> section.id().equals(id))
                    .findFirst());
  }

  private String title(Map<String, String> byLanguage) {
    String wanted = submission.first().coverLetter().map(CoverLetter::language).orElse("en");
    return Optional.ofNullable(byLanguage.get(wanted))
        .or(() -> Optional.ofNullable(byLanguage.get("en")))
        .or(() -> byLanguage.values().stream().findFirst())
        .orElse("");
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
  }

  private static String shown(Instant instant) {
    return instant.toString().replace("T", " ").replace("Z", " UTC");
  }
}
