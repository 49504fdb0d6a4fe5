// What the pages do beyond links and forms. Everything here is a help: the pages can be read and used without it.
(() => {
  'use strict';

  const cookie = name => document.cookie.split('; ').find(each => each.startsWith(name + '='))?.slice(name.length + 1);
  const told = () => document.getElementById('told');

  /** Says something at the foot of the page, also to screen readers. */
  const tell = sentence => {
    told().textContent = sentence;
    clearTimeout(tell.timer);
    tell.timer = setTimeout(() => { told().textContent = ''; }, 8000);
  };

  document.addEventListener('htmx:configRequest', event => {
    const token = cookie('XSRF-TOKEN');
    if (token && event.detail.verb !== 'get') {
      event.detail.headers['X-XSRF-TOKEN'] = decodeURIComponent(token);
    }
  });
  document.addEventListener('htmx:sendError', () => tell('The server does not answer. Check the connection and try again.'));
  document.addEventListener('htmx:responseError', event => {
    const { status } = event.detail.xhr;
    tell(event.detail.xhr.getResponseHeader('X-Sentence')
        || (status === 401 || status === 403 ? 'You may not do this, or your session is over; sign in again.'
            : 'That did not work; load the page again.'));
  });
  // a session that is over answers with the page to sign in: show all of it
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.xhr.responseURL.includes('/login')) {
      event.detail.shouldSwap = false;
      location.assign('/login');
    }
  });

  document.addEventListener('click', event => {
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      navigator.clipboard?.writeText(document.querySelector(copy.dataset.copy).textContent.trim())
        .then(() => tell('Copied.'), () => tell('Copying is not possible here; mark the text and copy it.'));
    }
  });

  // a deed that cannot be taken back asks once more
  document.addEventListener('submit', event => {
    const question = event.submitter?.dataset.ask ?? event.target.dataset.ask;
    if (question && !confirm(question)) {
      event.preventDefault();
    }
  });

  // a workbook that is dropped is the one that is chosen
  document.querySelectorAll('[data-drop]').forEach(form => {
    const input = form.querySelector('input[type=file]');
    const over = event => { event.preventDefault(); form.classList.add('over'); };
    form.addEventListener('dragenter', over);
    form.addEventListener('dragover', over);
    form.addEventListener('dragleave', event => form.contains(event.relatedTarget) || form.classList.remove('over'));
    form.addEventListener('drop', event => {
      event.preventDefault();
      form.classList.remove('over');
      if (event.dataTransfer.files.length === 1) {
        input.files = event.dataTransfer.files;
        form.requestSubmit();
      } else {
        tell('Drop one workbook at a time.');
      }
    });
  });

  document.querySelectorAll('[data-with-script]').forEach(each => { each.hidden = false; });
  document.querySelectorAll('[data-without-script]').forEach(each => { each.hidden = true; });

  document.querySelectorAll('details[data-closes]').forEach(each => { each.open = false; });

  window.trueup = { tell, cookie };
})();
