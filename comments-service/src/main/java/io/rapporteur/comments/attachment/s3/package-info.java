/** Files in a bucket of a service that speaks S3. */
@NullMarked
package io.rapporteur.comments.attachment.s3;

import org.jspecify.annotations.NullMarked;
