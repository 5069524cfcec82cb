import { useAccountView } from '../../account-scope.tsx';
import { Card } from '../../frame.tsx';
import { useWords } from '../../kit/index.ts';
import { AvatarUpload } from '../avatar/avatar-upload.tsx';
import { Avatar } from '../avatar.tsx';
import { usePicture } from '../picture.ts';

/** The picture, or the initials in its place; an account that may be changed gives it another one or none. */
export function AvatarCard() {
  const { text, rich } = useWords();
  const { account } = useAccountView();
  const { foreignHost } = usePicture(account.avatar);
  return (
    <Card heading={text('profile.picture')}>
      <div className="fh-picture">
        <Avatar account={account} size={96} />
        <p className="fh-muted fh-small">
          {foreignHost !== undefined
            ? rich('profile.picture_foreign', { host: <bdi dir="ltr">{foreignHost}</bdi> })
            : text(account.avatar ? 'profile.picture_shown' : 'profile.picture_none')}
        </p>
      </div>
      <AvatarUpload />
    </Card>
  );
}
