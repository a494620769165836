/** Words and addresses of the pages. */
@NullMarked
package io.rapporteur.identity.account.page;

import org.jspecify.annotations.NullMarked;
