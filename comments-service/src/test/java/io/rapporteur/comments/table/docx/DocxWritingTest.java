package io.rapporteur.comments.table.docx;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.table.Layout;
import io.rapporteur.comments.table.SeedLikeAgenda;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The document, opened again by POI. */
class DocxWritingTest {

  @ParameterizedTest
  @EnumSource
  void isOneProtectedTableInUnderAMegabyte(Layout layout) throws IOException {
    Template template = Template.of(SeedLikeAgenda.agenda(), UnLanguage.AR);

    byte[] file = DocxWriting.of(template, layout);

    assertThat(file).hasSizeLessThan(1_000_000);
    assertThat(DocxWriting.of(template, layout)).isEqualTo(file);
    try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
      assertThat(document.isEnforcedFillingFormsProtection()).isTrue();
      assertThat(document.getTables()).hasSize(1);
      XWPFTable table = document.getTables().getFirst();
      assertThat(table.getRows()).hasSize(template.lines().size() + 1);
      assertThat(table.getCTTbl().getTblPr().isSetBidiVisual()).isTrue();
      assertThat(document.getProperties().getCoreProperties().getTitle())
          .isEqualTo(template.title());
    }
  }

  @Test
  void offersTheWordsOfItsLanguageInListsAndTextsElsewhere() throws IOException {
    Template template = Template.of(SeedLikeAgenda.agenda(), UnLanguage.FR);

    try (var document =
        new XWPFDocument(new ByteArrayInputStream(DocxWriting.of(template, Layout.OURS)))) {
      String xml = document.getDocument().xmlText();
      assertThat(xml)
          .contains("w:displayText=\"Appui\"")
          .contains("w:displayText=\"Français\"")
          .contains("<w:text w:multiLine=\"1\"/>")
          .contains("<w:lock w:val=\"sdtLocked\"/>");
      assertThat(xml).doesNotContain("macro").doesNotContain("w:instrText");
    }
  }
}
