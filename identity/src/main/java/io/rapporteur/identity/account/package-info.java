/**
 * Accounts: who may ask for tokens, with which role and duties, and who may change that. The rules,
 * in plain Java.
 */
@NullMarked
package io.rapporteur.identity.account;

import org.jspecify.annotations.NullMarked;
