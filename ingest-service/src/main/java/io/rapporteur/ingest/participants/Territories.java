package io.rapporteur.ingest.participants;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Regions of CLDR, the Unicode table of locales, that are no State at the United Nations: no
 * members of it, no observers, and not the Cook Islands or Niue, which are States without being
 * members. They are recognized to be refused, by code and by name, and are never printed.
 */
final class Territories {

  private static final Region MEMBERS = Region.getInstance("UN");
  private static final Set<String> OTHER_STATES = Set.of("PS", "VA", "CK", "NU");

  private static final Set<String> CODES =
      Region.getAvailable(RegionType.TERRITORY).stream()
          .filter(region -> !MEMBERS.getContainedRegions().contains(region))
          .map(Region::toString)
          .filter(code -> !OTHER_STATES.contains(code))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> NAMES = names();

  private Territories() {}

  /** Whether it is the code of one, in capitals or not. */
  static boolean isCode(String code) {
    return CODES.contains(code.toUpperCase(Locale.ROOT));
  }

  /** Whether it is the name of one in one of the six languages. */
  static boolean isName(String name) {
    return NAMES.contains(NamesOfParticipants.key(name));
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>();
    for (String language : ParticipantPolicy.LANGUAGES) {
      for (DisplayContext length :
          List.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT)) {
        var display = LocaleDisplayNames.getInstance(new ULocale(language), length);
        CODES.forEach(code -> names.add(NamesOfParticipants.key(display.regionDisplayName(code))));
      }
    }
    return Set.copyOf(names);
  }
}
