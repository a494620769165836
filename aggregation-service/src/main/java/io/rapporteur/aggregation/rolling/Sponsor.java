package io.rapporteur.aggregation.rolling;

/**
 * Who proposes a text.
 *
 * @param code of the participant, or of the group whose one voice it is
 * @param name as it is printed
 * @param group whether it is a group
 */
public record Sponsor(String code, String name, boolean group) {}
