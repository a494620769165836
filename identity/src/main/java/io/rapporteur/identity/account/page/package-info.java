/** Pages on which people take an account into use, sign in, and keep keys, codes and password. */
@NullMarked
package io.rapporteur.identity.account.page;

import org.jspecify.annotations.NullMarked;
