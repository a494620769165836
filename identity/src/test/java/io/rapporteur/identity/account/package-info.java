/** Tests of the rules of accounts. */
@NullMarked
package io.rapporteur.identity.account;

import org.jspecify.annotations.NullMarked;
