/**
 * The pages that people use in a browser: rendered by Thymeleaf, made live by htmx, with charts by ECharts, all from this
 * program. They ask the same services as the HTTP interface; nothing is decided here.
 */
@NullMarked
package org.trueup.server.page;

import org.jspecify.annotations.NullMarked;
