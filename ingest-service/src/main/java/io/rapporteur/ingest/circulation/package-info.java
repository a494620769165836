/**
 * Circulation: every participant with an address is told when a consultation opens, its deadline
 * moves or is near, and an edition is out. The rules, in plain Java.
 */
@NullMarked
package io.rapporteur.ingest.circulation;

import org.jspecify.annotations.NullMarked;
