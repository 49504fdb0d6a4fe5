// Draws the charts. Each stands beside a table with the same numbers, which is what people read without scripts.
(() => {
  'use strict';

  const program = document.currentScript.dataset.echarts;

  // as the words of the same statuses: dark enough on white, and told apart by their order and legend too
  const COLOURS = {
    COMPLIANT: '#8fb57a', AT_LIMIT: '#5b8fc2', WARNING: '#f0c24a', OVERAGE: '#d99a2b', GRACE: '#c56a1d', BLOCKED: '#a8202a',
    NOT_DECIDED: '#9aa3aa', used: '#0b5cad', licensed: '#595959', consumed: '#0b5cad', overage: '#a8202a',
  };
  const series = element => [...element.querySelectorAll('[data-numbers]')].map(each => ({
    name: each.dataset.label, key: each.dataset.name,
    data: each.dataset.numbers.split(' ').map(number => number === '-' ? null : Number(number)),
  }));
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const axis = element => element.dataset.axis.split('|');
  const base = element => ({
    animation: !still, animationDuration: 300, grid: { left: 8, right: 16, top: element.clientWidth < 420 ? 96 : 56, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemGap: 12, textStyle: { fontSize: 13, color: '#1b1b1b' } },
    tooltip: { trigger: 'axis', confine: true, axisPointer: { type: 'shadow' } },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
  });
  const names = { type: 'category', axisLabel: { color: '#1b1b1b' }, axisTick: { show: false } };
  const counts = { type: 'value', minInterval: 1, axisLabel: { color: '#595959' } };

  const kinds = {
    bars: element => ({ ...base(element), yAxis: { ...names, data: axis(element), inverse: true }, xAxis: counts,
      series: series(element).map(each => ({ ...each, type: 'bar', stack: 'all', barMaxWidth: 28, itemStyle: { color: COLOURS[each.key] } })) }),
    nights: element => ({ ...base(element), xAxis: { ...names, data: axis(element) }, yAxis: counts,
      series: series(element).map(each => ({ ...each, type: 'bar', stack: 'all', barMaxWidth: 48, itemStyle: { color: COLOURS[each.key] } })) }),
    history: element => ({ ...base(element), xAxis: { ...names, data: axis(element) }, yAxis: counts,
      series: series(element).map(each => ({ ...each, type: 'line', step: each.key === 'licensed' ? 'end' : false, symbolSize: 7, connectNulls: false,
        lineStyle: { width: 2.5, type: each.key === 'licensed' ? 'dashed' : 'solid' }, itemStyle: { color: COLOURS[each.key] } })) }),
    months: element => ({ ...base(element), xAxis: { ...names, data: axis(element) }, yAxis: counts,
      series: series(element).map(each => ({ ...each, type: 'bar', barMaxWidth: 28, itemStyle: { color: COLOURS[each.key] } })) }),
  };

  const drawn = new Map();
  const draw = root => root.querySelectorAll('[data-chart]').forEach(element => {
    element.hidden = false;
    const option = kinds[element.dataset.chart](element);
    const chart = echarts.init(element, null, { renderer: 'svg' });
    chart.setOption(option);
    drawn.set(element, chart);
  });
  // a megabyte that most pages don't need
  if (document.querySelector('[data-chart]')) {
    const script = document.createElement('script');
    script.src = program;
    script.addEventListener('load', () => draw(document));
    document.head.append(script);
  }
  addEventListener('resize', () => drawn.forEach(chart => chart.resize()));
})();
