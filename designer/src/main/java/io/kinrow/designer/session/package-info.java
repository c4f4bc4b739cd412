/**
 * A schema that is being designed: operations of the page come in; texts, a model, a migration with
 * its proof and files go out. The texts are the only state; everything else follows from them.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.designer.session;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
