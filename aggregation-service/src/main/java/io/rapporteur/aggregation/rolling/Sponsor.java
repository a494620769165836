package io.rapporteur.aggregation.rolling;

/**
 * Who proposes a text.
 *
 * @param code of the participant, or of the group whose one voice it is
 * @param name as it is printed
 * @param group whether it is a group
 * @param translated whether the text is the secretariat's translation of what it wrote
 */
public record Sponsor(String code, String name, boolean group, boolean translated) {

  /** One that wrote the text. */
  public Sponsor(String code, String name, boolean group) {
    this(code, name, group, false);
  }

  /** The same, of whose text this is a translation. */
  Sponsor byTranslation() {
    return new Sponsor(code, name, group, true);
  }
}
