// Draws the charts. Each stands beside a table with the same numbers, which is what people read without scripts.
(() => {
  'use strict';
})();
