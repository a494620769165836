package io.rapporteur.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rooms of the house. */
@AnalyzeClasses(packages = "io.rapporteur", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final List<String> SERVICES =
      List.of("ingest", "comments", "aggregation", "identity");

  private static final String[] FEATURES = {
    "io.rapporteur.comments.comment",
    "io.rapporteur.comments.attachment",
    "io.rapporteur.comments.attachment.extraction",
    "io.rapporteur.comments.attachment.folder",
    "io.rapporteur.comments.attachment.s3",
    "io.rapporteur.comments.attachment.scan",
    "io.rapporteur.comments.draft",
    "io.rapporteur.comments.feed",
    "io.rapporteur.comments.feed.webhook",
    "io.rapporteur.comments.feed.webhook.file",
    "io.rapporteur.comments.silence",
    "io.rapporteur.comments.submission",
    "io.rapporteur.comments.table",
    "io.rapporteur.comments.imports",
    "io.rapporteur.comments.table.csv",
    "io.rapporteur.comments.table.docx",
    "io.rapporteur.comments.table.file",
    "io.rapporteur.comments.table.ndjson",
    "io.rapporteur.comments.table.office",
    "io.rapporteur.comments.table.xlsx",
    "io.rapporteur.ingest.source",
    "io.rapporteur.ingest.reading",
    "io.rapporteur.ingest.documents",
    "io.rapporteur.ingest.consultations",
    "io.rapporteur.ingest.participants",
    "io.rapporteur.ingest.groups",
    "io.rapporteur.ingest.acts",
    "io.rapporteur.ingest.circulation",
    "io.rapporteur.aggregation.board",
    "io.rapporteur.aggregation.compilation",
    "io.rapporteur.aggregation.receipts",
    "io.rapporteur.aggregation.redaction",
    "io.rapporteur.aggregation.rolling",
    "io.rapporteur.aggregation.rolling.paper",
    "io.rapporteur.aggregation.search",
    "io.rapporteur.aggregation.search.lucene",
    "io.rapporteur.aggregation.secretariat",
    "io.rapporteur.aggregation.translation",
    "io.rapporteur.aggregation.meeting",
    "io.rapporteur.aggregation.meeting.paper",
    "io.rapporteur.aggregation.paper",
    "io.rapporteur.aggregation.paper.akn",
    "io.rapporteur.aggregation.paper.docx",
    "io.rapporteur.aggregation.paper.html",
    "io.rapporteur.aggregation.paper.pdf",
    "io.rapporteur.aggregation.paper.sheet",
    "io.rapporteur.aggregation.publication",
    "io.rapporteur.schemas.joint",
    "io.rapporteur.identity.account",
    "io.rapporteur.schemas.reference",
    "io.rapporteur.schemas.revision"
  };

  @ArchTest
  static void servicesNeverImportOneAnother(JavaClasses all) {
    for (String service : SERVICES) {
      String[] others =
          SERVICES.stream()
              .filter(other -> !other.equals(service))
              .map(other -> "io.rapporteur." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("io.rapporteur." + service + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(all);
    }
  }

  @ArchTest
  static final ArchRule schemasDependOnNoService =
      noClasses()
          .that()
          .resideInAPackage("io.rapporteur.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.rapporteur.ingest..",
              "io.rapporteur.comments..",
              "io.rapporteur.aggregation..",
              "io.rapporteur.identity..",
              "io.rapporteur.broker..",
              "io.rapporteur.standalone..");

  @ArchTest
  static final ArchRule featuresKnowNeitherSpringNorKafkaNorAvro =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.kafka..",
              "org.apache.avro..",
              "io.rapporteur.events..",
              "io.rapporteur.states..");

  @ArchTest
  static final ArchRule httpDoorsDoNotKnowKafka =
      noClasses()
          .that()
          .resideInAPackage("io.rapporteur..http..")
          .and()
          .resideOutsideOfPackage("io.rapporteur.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "io.rapporteur.events..", "io.rapporteur.states..");

  @ArchTest
  static final ArchRule onlySchemasTouchTheRegistryClient =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.rapporteur.schemas.wire..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule nothingIsCalledUtilOrManager =
      classes()
          .that()
          .resideInAPackage("io.rapporteur..")
          .should()
          .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Base)");
}
