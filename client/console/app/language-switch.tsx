import { Button } from 'antd';
import { useLanguage } from './language.ts';

/** The other language, named in that language. */
export function LanguageSwitch() {
  const { language, speak } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return <Button type="text" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => speak(other)}>{other === 'en' ? 'English' : '中文'}</Button>;
}
