// Draws the dashboards without Grafana: runs every panel's queries over a range at a Prometheus, and takes a picture with Chromium.
//   node deploy/grafana/draw.mjs http://127.0.0.1:9090 30 docs/pictures
// The arguments: Prometheus, how many minutes back, and the folder of the pictures.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const [prometheus, minutes, folder] = process.argv.slice(2);
const dashboards = join(import.meta.dirname, 'dashboards');
const [column, row, gap] = [58, 26, 8];
const colours = ['#3274d9', '#e0b400', '#8f3bb8', '#ff780a', '#37872d', '#5794f2', '#1f60c4', '#fa6400', '#c4162a', '#7c2ea3', '#806eb7', '#b877d9'];
const end = Math.floor(Date.now() / 1000);
const span = minutes * 60;
const step = Math.max(5, Math.round(span / 240));

const html = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

async function ask(path, query, more) {
  const filled = query.replaceAll('$__rate_interval', '1m').replaceAll('$__range', `${minutes}m`).replace(/\$(service|gateway|outcome)/g, '.+');
  const answer = await (await fetch(`${prometheus}/api/v1/${path}?${new URLSearchParams({ query: filled, ...more })}`)).json();
  if (answer.status !== 'success') throw new Error(`${filled}: ${answer.error}`);
  return answer.data.result;
}

function unit(value, name, decimals) {
  const short = (v, base, ends) => {
    let i = 0;
    for (; Math.abs(v) >= base && i < ends.length - 1; i++) v /= base;
    return `${+v.toFixed(decimals ?? (Math.abs(v) < 10 ? 2 : 0))}${ends[i]}`;
  };
  if (name === 'locale') return value.toLocaleString('en', { maximumFractionDigits: decimals });
  if (name === 's') return value >= 1 || value === 0 ? `${+value.toFixed(2)} s` : `${+(value * 1000).toFixed(value < 0.01 ? 1 : 0)} ms`;
  if (name === 'percentunit') return `${+(value * 100).toFixed(1)} %`;
  if (name === 'bytes' || name === 'Bps') return short(value, 1024, [' B', ' KiB', ' MiB', ' GiB']) + (name === 'Bps' ? '/s' : '');
  const ends = { cpm: '/min', ops: '/s', reqps: '/s' }[name] ?? '';
  return short(value, 1000, ['', ' k', ' M']) + ends;
}

const label = (target, metric) => target.legendFormat?.replace(/{{(\w+)}}/g, (_, name) => metric[name] ?? '') ?? '';

/** What is good is green, and what is bad is red. */
const meaning = (name) => (/^(success|succeeded|confirmed|found|held|refunded)$/.test(name) ? '#56a64b' : /^(error|failure|failed|dead|oversold|short|payment_failed)$/.test(name) ? '#e02f44' : undefined);

async function series(panel) {
  const found = [];
  for (const target of panel.targets) {
    const result = await ask('query_range', target.expr, { start: end - span, end, step });
    for (const { metric, values } of result) found.push({ name: label(target, metric), points: new Map(values.map(([at, v]) => [at, +v])) });
  }
  return found.map((each, i) => ({ ...each, colour: meaning(each.name) ?? colours[i % colours.length] }));
}

async function numbers(panel) {
  const found = [];
  for (const target of panel.targets) for (const { metric, value } of await ask('query', target.expr, { time: end })) found.push([label(target, metric), +value[1]]);
  const { unit: name, decimals, color } = panel.fieldConfig.defaults;
  if (panel.type === 'stat') return found.map(([what, v]) => `<b style="color:${color.fixedColor === 'green' ? '#37872d' : '#1f60c4'}">${unit(v, name, decimals)}</b> ${html(what)}`).join('<br>');
  return `<table>${found.map(([what, v]) => `<tr><td>${html(what)}<td style="color:${v > 0 ? '#c4162a' : '#37872d'}">${unit(v, name, decimals)}`).join('')}</table>`;
}

function chart(panel, found, width, height) {
  const { unit: name, custom, max: given } = panel.fieldConfig.defaults;
  const times = Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => end - span + i * step);
  const stacked = custom?.stacking !== undefined;
  const sums = times.map((at) => found.reduce((sum, each) => sum + (each.points.get(at) || 0), 0));
  const finite = found.flatMap((each) => [...each.points.values()].filter(Number.isFinite));
  const top = given ?? (Math.max(...(stacked ? sums : finite), 0) * 1.05 || 1);
  const [left, bottom] = [56, 16];
  const x = (at) => left + ((at - end + span) / span) * (width - left - 6);
  const y = (v) => 4 + (1 - Math.min(v, top) / top) * (height - bottom - 4);
  const grid = [0, 0.5, 1].map((part) => `<line x1="${left}" x2="${width - 6}" y1="${y(part * top)}" y2="${y(part * top)}" stroke="#ddd"/><text x="${left - 5}" y="${y(part * top) + 4}" text-anchor="end">${unit(part * top, name)}</text>`);
  const clock = [0, 0.5, 1].map((part) => `<text x="${x(end - span + part * span)}" y="${height - 2}" text-anchor="${['start', 'middle', 'end'][part * 2]}">${part === 1 ? 'now' : `${Math.round((part - 1) * minutes)} min`}</text>`);
  const below = times.map(() => 0);
  const bars = (each) => times.map((at, i) => {
    const v = each.points.get(at);
    if (!(v > 0)) return '';
    below[i] += v;
    return `<rect x="${x(at).toFixed(1)}" y="${y(below[i]).toFixed(1)}" width="${((width - left) / times.length + 0.3).toFixed(1)}" height="${(y(below[i] - v) - y(below[i])).toFixed(1)}" fill="${each.colour}"/>`;
  }).join('');
  const line = (each) => {
    const paths = [];
    let path = '';
    for (const at of times) {
      const v = each.points.get(at);
      if (Number.isFinite(v)) path += `${path ? 'L' : 'M'}${x(at).toFixed(1)} ${y(v).toFixed(1)}`;
      else if (path) path = void paths.push(path) ?? '';
    }
    return `<path d="${[...paths, path].join('')}" fill="none" stroke="${each.colour}" stroke-width="1.5"/>`;
  };
  return `<svg width="${width}" height="${height}">${grid.join('')}${clock.join('')}${found.map(stacked ? bars : line).join('')}</svg>`;
}

async function draw(panel) {
  const { x, y, w, h } = panel.gridPos;
  const [width, height] = [w * column - gap, h * row - gap];
  const place = `left:${x * column}px;top:${y * row}px;width:${width}px;height:${height}px`;
  if (panel.type === 'row') return `<h2 style="${place}">${html(panel.title)}</h2>`;
  const title = `<h3>${html(panel.title)}</h3>`;
  if (panel.type === 'stat' || panel.type === 'bargauge') return `<div class="${panel.type}" style="${place}">${title}${await numbers(panel)}</div>`;
  const found = await series(panel);
  const legend = found.filter((each) => each.name.trim()).slice(0, 9).map((each) => `<span><i style="background:${each.colour}"></i>${html(each.name.replace(/^commerce\.|\.v1(?=\.)|:? ?127\.0\.0\.1:\d+/g, ''))}</span>`);
  if (found.length > 9) legend.push(`<span>and ${found.length - 9} more</span>`);
  return `<div style="${place}">${title}${chart(panel, found, width - 12, height - 66)}<p>${legend.join('')}</p></div>`;
}

const style = `body{margin:0;background:#f4f5f5;font:11px sans-serif;color:#333} .all{position:relative;margin:8px}
  h1{font-size:18px;margin:10px 8px 0} h2{position:absolute;margin:0;font-size:14px;line-height:22px} h3{margin:0;font-size:12px;font-weight:600}
  div.all>div{position:absolute;box-sizing:border-box;background:#fff;border:1px solid #ddd;border-radius:3px;padding:5px;overflow:hidden}
  .stat b{font-size:26px} p{margin:2px 0;line-height:13px;max-height:39px;overflow:hidden} span{margin-right:9px;white-space:nowrap} i{display:inline-block;width:9px;height:4px;margin-right:3px;vertical-align:middle}
  text{font-size:10px;fill:#666} td{padding:0 12px 0 0;font-size:10px} table{margin-top:4px;line-height:11px;border-spacing:0}`;

const temporary = mkdtempSync(join(tmpdir(), 'commerce-kata-draw-'));
for (const file of readdirSync(dashboards).filter((name) => name.endsWith('.json'))) {
  const { title, panels } = JSON.parse(readFileSync(join(dashboards, file), 'utf8'));
  const height = Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h)) * row + 50;
  const drawn = [];
  for (const panel of panels) drawn.push(await draw(panel));
  const page = join(temporary, 'page.html');
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${style}</style><h1>${html(title)}</h1><div class="all">${drawn.join('\n')}</div>`);
  const picture = join(folder, `dashboard-${basename(file, '.json')}.png`);
  execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', `--user-data-dir=${temporary}/profile`, `--window-size=${24 * column + 16},${height}`, `--screenshot=${picture}`, page], { stdio: 'ignore' });
  console.log(picture);
}
rmSync(temporary, { recursive: true });
