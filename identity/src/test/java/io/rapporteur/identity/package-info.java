/** Tests of the issuer, most of them through its doors. */
@NullMarked
package io.rapporteur.identity;

import org.jspecify.annotations.NullMarked;
