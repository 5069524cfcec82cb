/** Uploading a picture. */
export const avatar = {
  'avatar.upload': 'Upload a picture',
  'avatar.limits': 'JPEG, PNG, GIF, WebP or BMP, at most 20 MB.',
  'avatar.drop': 'You can also drag a picture here, or paste one.',
  'avatar.crop': 'Choose the part that is shown',
  'avatar.crop_hint': 'Drag the picture, or use the sliders. The keys + and − change its size.',
  'avatar.across': 'Left and right',
  'avatar.down': 'Up and down',
  'avatar.size': 'Size',
  'avatar.other': 'Choose another picture',
  'avatar.save': 'Use this picture',
  'avatar.uploading': 'Uploading…',
  'avatar.unreadable': 'This file isn’t a picture that can be used. Choose a JPEG, PNG, GIF, WebP or BMP file.',
  'avatar.too_large': 'This file is larger than 20 MB. Choose a smaller one.',
  'avatar.done': 'Your picture was changed.',
} as const;
