import type { Translated } from '../../catalogue.ts';
import type { avatar as english } from '../../en/account/avatar.ts';

export const avatar: Translated<typeof english> = {
  'avatar.upload': '上传头像',
  'avatar.limits': 'JPEG、PNG、GIF、WebP 或 BMP，不超过 20 MB。',
  'avatar.drop': '也可以将图片拖到这里，或直接粘贴。',
  'avatar.crop': '选择显示的部分',
  'avatar.crop_hint': '拖动图片，或使用滑块。按 + 和 − 键可以调整大小。',
  'avatar.across': '左右',
  'avatar.down': '上下',
  'avatar.size': '大小',
  'avatar.other': '选择其他图片',
  'avatar.save': '使用这张图片',
  'avatar.uploading': '正在上传…',
  'avatar.unreadable': '此文件不是可以使用的图片。请选择 JPEG、PNG、GIF、WebP 或 BMP 文件。',
  'avatar.too_large': '此文件超过 20 MB，请选择较小的文件。',
  'avatar.done': '您的头像已更改。',
};
