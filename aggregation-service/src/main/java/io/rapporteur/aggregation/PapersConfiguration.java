package io.rapporteur.aggregation;

import io.rapporteur.aggregation.compilation.Observations;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.aggregation.paper.Exporting;
import io.rapporteur.aggregation.paper.akn.AkomaNtosoPapers;
import io.rapporteur.aggregation.paper.docx.DocxPapers;
import io.rapporteur.aggregation.paper.http.AtOnce;
import io.rapporteur.aggregation.paper.http.ExportsResource;
import io.rapporteur.aggregation.paper.http.PapersResource;
import io.rapporteur.aggregation.paper.http.ReadersPapers;
import io.rapporteur.aggregation.paper.pdf.PdfPapers;
import io.rapporteur.aggregation.paper.sheet.CsvSheets;
import io.rapporteur.aggregation.paper.sheet.XlsxSheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of aggregation that writes papers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PapersProperties.class)
class PapersConfiguration {

  @Bean
  Exporting.Writers aggregationPaperWriters(AggregationProperties properties) {
    var docx = new DocxPapers();
    var pdf = new PdfPapers(passing(properties));
    var akn = new AkomaNtosoPapers();
    return asked ->
        switch (asked.format()) {
          case DOCX -> docx;
          case PDF -> pdf;
          case XLSX -> new XlsxSheets(asked.order());
          case CSV -> new CsvSheets(asked.order());
          case AKN -> akn;
        };
  }

  @Bean
  ReadersPapers aggregationReadersPapers(
      CompilationDesk desk, Observations observations, @Qualifier("aggregationClock") Clock clock) {
    var looking = new Looking(desk.compilations(), clock);
    return new ReadersPapers(
        desk.compilations(),
        (consultation, caller, moment) -> looking.look(consultation, caller, moment, "asOf"),
        observations,
        clock);
  }

  @Bean
  AtOnce aggregationPapersAtOnce(
      AggregationProperties properties,
      @Qualifier("aggregationPaperWriters") Exporting.Writers writers) {
    return new AtOnce(writers, emptied(passing(properties)));
  }

  @Bean
  PapersResource aggregationPapersResource(ReadersPapers papers, AtOnce atOnce) {
    return new PapersResource(papers, atOnce);
  }

  @Bean(destroyMethod = "close")
  Exporting aggregationExporting(
      AggregationProperties service,
      PapersProperties papers,
      @Qualifier("aggregationPaperWriters") Exporting.Writers writers,
      @Qualifier("aggregationClock") Clock clock) {
    return new Exporting(
        service.directory().resolve("exports"),
        papers.kept(),
        writers,
        () -> UUID.randomUUID().toString(),
        clock);
  }

  @Bean
  ExportsResource aggregationExportsResource(Exporting exporting, ReadersPapers papers) {
    return new ExportsResource(exporting, papers);
  }

  private static Path passing(AggregationProperties properties) {
    return properties.directory().resolve("papers");
  }

  private static Path emptied(Path folder) {
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
