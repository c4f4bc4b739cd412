@org.jspecify.annotations.NullMarked
package io.kinrow.diagram.designer;
