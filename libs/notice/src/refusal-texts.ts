/** What a refused person reads where it is this library that refuses, by code. */
export const noticeRefusalTexts = {
  'channel.unknown': { zh: '没有这个消息通道。', en: 'There is no such channel.' },
  'channel.address-unusable': {
    zh: '地址不可用。请使用 https 开头的公网地址；内网地址须由运维人员另行允许。',
    en: 'The address cannot be used. Give a public one that begins with https; private networks have to be allowed by an operator.',
  },
  'channel.secret-missing': {
    zh: '此格式的消息须签名。请填写密钥。',
    en: 'Messages of this format are signed. Give a secret.',
  },
  'channel.key-not-json': {
    zh: '只有 json 格式的通道才能供流程调用；群机器人不会返回结果。',
    en: 'Only a channel of the format json can be called by processes: group robots answer nothing.',
  },
  'channel.key-taken': { zh: '该机构已有标识为“{key}”的通道。', en: 'The organisation has a channel with the key "{key}" already.' },
  'channel.tested-just-now': {
    zh: '刚刚测试过。请 {seconds} 秒后再试。',
    en: 'It has been tested just now. Try again in {seconds} seconds.',
  },
  'delivery.unknown': { zh: '没有这条发送记录。', en: 'There is no such delivery.' },
  'delivery.not-given-up': {
    zh: '只有已放弃的发送才能重试；这一条仍在自动发送，或已经送达。',
    en: 'Only what was given up can be tried again: this one is still being tried, or has arrived.',
  },
} as const;
