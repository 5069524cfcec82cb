import { useAccountView } from '../account-scope.tsx';
import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';
import { AddressCard } from './profile/address-card.tsx';
import { AvatarCard } from './profile/avatar-card.tsx';
import { DetailsCard } from './profile/details-card.tsx';
import { NameCard } from './profile/name-card.tsx';
import { shownCards } from './profile/profile-fields.ts';

/** Picture, name and profile, in the order that the administrator gave them; what may not be seen is not there. */
export function Profile() {
  const { text, locale } = useWords();
  const view = useAccountView();
  const cards = shownCards(view, locale);
  return (
    <Task task={text('account.profile')} heading={text('account.profile')}>
      {cards.map(one => {
        if (one.card === 'avatar') return <AvatarCard key="avatar" />;
        if (one.card === 'name') return <NameCard key="name" />;
        if (one.card === 'details') return <DetailsCard key="details" fields={one.fields} />;
        return <AddressCard key="address" />;
      })}
    </Task>
  );
}
