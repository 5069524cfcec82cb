import { useAccountView } from '../account-scope.tsx';
import { fieldState } from '../fields.ts';
import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';
import { AddressCard } from './profile/address-card.tsx';
import { AvatarCard } from './profile/avatar-card.tsx';
import { DetailsCard } from './profile/details-card.tsx';
import { NameCard } from './profile/name-card.tsx';
import { profileCards } from './profile/profile-fields.ts';

/** Picture, name and profile, in the order that the administrator gave them; what may not be seen is not there. */
export function Profile() {
  const { text, locale } = useWords();
  const view = useAccountView();
  const cards = profileCards(view.settings, locale).filter(({ card }) =>
    card === 'avatar' || card === 'name'
      ? fieldState(view, card) !== 'off'
      : fieldState(view, 'profile') !== 'off',
  );
  return (
    <Task task={text('account.profile')} heading={text('account.profile')}>
      {cards.map(one => {
        if (one.card === 'avatar') return <AvatarCard key="avatar" />;
        if (one.card === 'name') return <NameCard key="name" />;
        if (one.card === 'address') return <AddressCard key="address" />;
        return <DetailsCard key="details" fields={one.fields} />;
      })}
    </Task>
  );
}
