package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.board.http.StreamResource;
import io.rapporteur.aggregation.board.http.TalliesResource;
import io.rapporteur.aggregation.compilation.http.ChangesResource;
import io.rapporteur.aggregation.compilation.http.CompilationsResource;
import io.rapporteur.aggregation.meeting.http.AdoptedResource;
import io.rapporteur.aggregation.meeting.http.DecisionImportsResource;
import io.rapporteur.aggregation.meeting.http.DecisionsResource;
import io.rapporteur.aggregation.meeting.http.EntriesResource;
import io.rapporteur.aggregation.meeting.http.MeetingPapersResource;
import io.rapporteur.aggregation.meeting.http.StatementsResource;
import io.rapporteur.aggregation.paper.http.ExportsResource;
import io.rapporteur.aggregation.paper.http.PapersResource;
import io.rapporteur.aggregation.publication.http.AtomFeedResource;
import io.rapporteur.aggregation.publication.http.BundleResource;
import io.rapporteur.aggregation.receipts.http.EditionKeysResource;
import io.rapporteur.aggregation.receipts.http.EditionsResource;
import io.rapporteur.aggregation.receipts.http.ReceiptsResource;
import io.rapporteur.aggregation.redaction.http.RedactionsResource;
import io.rapporteur.aggregation.rolling.http.RollingPapersResource;
import io.rapporteur.aggregation.rolling.http.RollingTextResource;
import io.rapporteur.aggregation.search.http.SearchResource;
import io.rapporteur.aggregation.secretariat.http.BoardOpeningResource;
import io.rapporteur.aggregation.secretariat.http.ProposalGroupsResource;
import io.rapporteur.aggregation.secretariat.http.WorkInBulkResource;
import io.rapporteur.aggregation.secretariat.http.WorkListResource;
import io.rapporteur.aggregation.secretariat.http.WorkResource;
import io.rapporteur.aggregation.translation.http.TranslationProgressResource;
import io.rapporteur.aggregation.translation.http.TranslationsResource;
import io.rapporteur.comments.attachment.http.AttachmentsResource;
import io.rapporteur.comments.attachment.http.CommentAttachmentsResource;
import io.rapporteur.comments.comment.http.CoSponsorsResource;
import io.rapporteur.comments.comment.http.CommentListsResource;
import io.rapporteur.comments.comment.http.CommentsResource;
import io.rapporteur.comments.comment.http.LateDecisionResource;
import io.rapporteur.comments.draft.http.DraftListsResource;
import io.rapporteur.comments.draft.http.DraftMergesResource;
import io.rapporteur.comments.draft.http.DraftsResource;
import io.rapporteur.comments.feed.http.FeedResource;
import io.rapporteur.comments.feed.webhook.http.FeedReleaseResource;
import io.rapporteur.comments.feed.webhook.http.WebhookResource;
import io.rapporteur.comments.imports.http.ImportSubmissionResource;
import io.rapporteur.comments.imports.http.ImportsResource;
import io.rapporteur.comments.receipt.ReceiptKeysResource;
import io.rapporteur.comments.silence.http.SilenceMembersResource;
import io.rapporteur.comments.silence.http.SilenceResource;
import io.rapporteur.comments.submission.http.SubmissionLateDecisionResource;
import io.rapporteur.comments.submission.http.SubmissionReadingResource;
import io.rapporteur.comments.submission.http.SubmissionsResource;
import io.rapporteur.comments.table.http.TemplatesResource;
import io.rapporteur.identity.account.http.AccountsResource;
import io.rapporteur.ingest.acts.http.ActsResource;
import io.rapporteur.ingest.circulation.http.DeliveriesResource;
import io.rapporteur.ingest.consultations.http.ConsultationsResource;
import io.rapporteur.ingest.consultations.http.EditionPublicationResource;
import io.rapporteur.ingest.consultations.http.RecommendationsResource;
import io.rapporteur.ingest.consultations.http.SightResource;
import io.rapporteur.ingest.documents.http.CorrectionsResource;
import io.rapporteur.ingest.documents.http.DocumentsResource;
import io.rapporteur.ingest.documents.http.PublicationResource;
import io.rapporteur.ingest.groups.http.GroupsResource;
import io.rapporteur.ingest.participants.http.ParticipantsResource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.yaml.snakeyaml.Yaml;

/** The documents that the services serve and the doors that they have are the same. */
class OpenApiTest {

  static Stream<Arguments> services() {
    return Stream.of(
        Arguments.of(
            "ingest",
            List.of(
                DocumentsResource.class,
                CorrectionsResource.class,
                PublicationResource.class,
                ConsultationsResource.class,
                EditionPublicationResource.class,
                RecommendationsResource.class,
                SightResource.class,
                ParticipantsResource.class,
                GroupsResource.class,
                DeliveriesResource.class,
                ActsResource.class)),
        Arguments.of(
            "comments",
            List.of(
                CommentsResource.class,
                CommentListsResource.class,
                AttachmentsResource.class,
                CommentAttachmentsResource.class,
                CoSponsorsResource.class,
                LateDecisionResource.class,
                DraftsResource.class,
                DraftListsResource.class,
                DraftMergesResource.class,
                SubmissionsResource.class,
                SilenceResource.class,
                SilenceMembersResource.class,
                SubmissionReadingResource.class,
                SubmissionLateDecisionResource.class,
                TemplatesResource.class,
                ImportsResource.class,
                ImportSubmissionResource.class,
                FeedResource.class,
                WebhookResource.class,
                FeedReleaseResource.class,
                ReceiptKeysResource.class)),
        Arguments.of(
            "aggregation",
            List.of(
                CompilationsResource.class,
                ChangesResource.class,
                TalliesResource.class,
                StreamResource.class,
                SearchResource.class,
                EditionsResource.class,
                EditionKeysResource.class,
                ReceiptsResource.class,
                PapersResource.class,
                ExportsResource.class,
                EntriesResource.class,
                DecisionsResource.class,
                StatementsResource.class,
                DecisionImportsResource.class,
                AdoptedResource.class,
                RedactionsResource.class,
                TranslationsResource.class,
                TranslationProgressResource.class,
                WorkResource.class,
                WorkListResource.class,
                WorkInBulkResource.class,
                BoardOpeningResource.class,
                RollingTextResource.class,
                RollingPapersResource.class,
                ProposalGroupsResource.class,
                MeetingPapersResource.class,
                AtomFeedResource.class,
                BundleResource.class)),
        Arguments.of("identity", List.of(AccountsResource.class)));
  }

  @ParameterizedTest
  @MethodSource("services")
  void namesEachDoorAndNoOther(String service, List<Class<?>> resources) throws IOException {
    assertThat(documented(service)).isEqualTo(served(resources));
  }

  private static Set<String> documented(String service) throws IOException {
    Set<String> doors = new HashSet<>();
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi/" + service + ".yaml")) {
      Map<String, Object> document = new Yaml().load(Objects.requireNonNull(in));
      assertThat(String.valueOf(document.get("openapi"))).startsWith("3.1");
      Map<?, ?> paths = (Map<?, ?>) Objects.requireNonNull(document.get("paths"));
      paths.forEach(
          (path, operations) ->
              ((Map<?, ?>) operations)
                  .keySet()
                  .forEach(
                      method ->
                          doors.add(method.toString().toUpperCase(Locale.ROOT) + " " + path)));
    }
    return doors;
  }

  private static Set<String> served(List<Class<?>> resources) {
    Set<String> doors = new HashSet<>();
    for (Class<?> resource : resources) {
      String base = mapping(resource).path()[0];
      for (Method method : resource.getDeclaredMethods()) {
        RequestMapping mapping =
            AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping != null) {
          String path = base + (mapping.path().length == 0 ? "" : mapping.path()[0]);
          for (RequestMethod verb : mapping.method()) {
            doors.add(verb + " " + path);
          }
        }
      }
    }
    return doors;
  }

  private static RequestMapping mapping(Class<?> resource) {
    return Objects.requireNonNull(
        AnnotatedElementUtils.findMergedAnnotation(resource, RequestMapping.class));
  }
}
