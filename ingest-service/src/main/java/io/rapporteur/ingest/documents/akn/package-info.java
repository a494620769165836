/**
 * Readings as Akoma Ntoso for the United Nations (AKN4UN): OASIS Akoma Ntoso 1.0, namespace {@code
 * http://docs.oasis-open.org/legaldocml/ns/akn/3.0}.
 */
@NullMarked
package io.rapporteur.ingest.documents.akn;

import org.jspecify.annotations.NullMarked;
