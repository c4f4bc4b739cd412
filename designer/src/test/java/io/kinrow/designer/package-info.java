@org.jspecify.annotations.NullMarked
package io.kinrow.designer;
