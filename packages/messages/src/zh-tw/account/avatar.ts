import type { Translated } from '../../catalogue.ts';
import type { avatar as english } from '../../en/account/avatar.ts';

export const avatar: Translated<typeof english> = {
  'avatar.upload': '上傳大頭貼',
  'avatar.limits': 'JPEG、PNG、GIF、WebP 或 BMP，最大 20 MB。',
  'avatar.drop': '也可以將圖片拖曳到這裡，或直接貼上。',
  'avatar.crop': '選擇顯示的部分',
  'avatar.crop_hint': '拖曳圖片，或使用滑桿。按 + 與 − 鍵可以調整大小。',
  'avatar.across': '左右',
  'avatar.down': '上下',
  'avatar.size': '大小',
  'avatar.other': '選擇其他圖片',
  'avatar.save': '使用這張圖片',
  'avatar.uploading': '正在上傳…',
  'avatar.unreadable': '這個檔案不是可以使用的圖片。請選擇 JPEG、PNG、GIF、WebP 或 BMP 檔案。',
  'avatar.too_large': '這個檔案超過 20 MB，請選擇較小的檔案。',
  'avatar.done': '你的大頭貼已變更。',
};
