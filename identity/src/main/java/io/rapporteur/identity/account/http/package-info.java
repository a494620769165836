/** The door of accounts: for the secretariat, and for contact points within their delegation. */
@NullMarked
package io.rapporteur.identity.account.http;

import org.jspecify.annotations.NullMarked;
