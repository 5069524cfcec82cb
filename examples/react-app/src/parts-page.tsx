import { ChangePassword, Profile } from '@freehold/client/react';

/** Single parts, wherever they fit: this page is ours, and so are its columns. */
export function PartsPage() {
  return (
    <div className="columns">
      <section className="card">
        <h2>About you</h2>
        <p>Your readers see this beside your notes.</p>
        <Profile />
      </section>
      <section className="card">
        <h2>Keeping your notes yours</h2>
        <ChangePassword />
      </section>
    </div>
  );
}
