import { describe, expect, it } from '@jest/globals';
import { dingtalkSignature, feishuSignature, plainSignature } from './signature.ts';

// The first vector is the one in the specification; the others were computed from the documented algorithms with Python's hmac.
describe('Signatures', () => {
  it('of plain webhooks are those of the Standard Webhooks specification', () => {
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: 1614265330, body: '{"test": 2432232314}' };
    expect(plainSignature('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', message)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('of plain webhooks take a secret of another form as it is, and sign UTF-8', () => {
    const message = { id: 'id', at: 1711074600, body: '{"a":"审批"}' };
    expect(plainSignature('大家共用的密钥', message)).toBe('v1,84N1jDcGgySc6TY7jTOLR4Qu72LkQABATjqtq8LeDfc=');
  });

  it('of DingTalk sign time and secret under the secret', () => {
    expect(dingtalkSignature('SEC000000000000000000000', 1711074600000)).toBe('0rgrOWc/B841nPzguFiYERHALz6WAu0sD8sDjTuWsNY=');
  });

  it('of Feishu sign nothing under time and secret', () => {
    expect(feishuSignature('demo-feishu-secret', 1711074600)).toBe('uf9iOlS4tD7+IkIlENnpFCEgyr8WTWcgJ9o/vCMuubg=');
  });
});
