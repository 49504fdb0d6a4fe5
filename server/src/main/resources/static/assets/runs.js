// Follows a run while it is at work.
(() => {
  'use strict';
  const live = document.querySelector('[data-run]');
  if (!live) {
    return;
  }
  const bar = document.getElementById('progress');
  const phase = document.getElementById('phase');
  const number = new Intl.NumberFormat('en');
  const events = new EventSource(live.dataset.run);
  let said = '';
  events.addEventListener('progress', event => {
    const now = JSON.parse(event.data);
    if (now.total > 0) {
      bar.max = now.total;
      bar.value = now.done;
    } else {
      bar.removeAttribute('value');
    }
    const counted = now.total > 0 ? ': ' + number.format(now.done) + ' of ' + number.format(now.total) + ' ' + now.unit
      : now.done > 0 ? ': ' + number.format(now.done) + ' ' + now.unit : '';
    // what is read out is the phase alone, once
    phase.setAttribute('aria-live', said === now.phase ? 'off' : 'polite');
    said = now.phase;
    phase.textContent = now.phase + counted + (now.per_second > 0 ? ', ' + number.format(now.per_second) + ' a second' : '') + '.';
  });
  events.addEventListener('note', event => {
    const item = document.createElement('li');
    item.textContent = JSON.parse(event.data).note;
    document.getElementById('notes').append(item);
  });
  events.addEventListener('ended', () => { events.close(); location.reload(); });
})();
