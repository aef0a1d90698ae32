import { PeopleScreen } from '../domains/customers/PeopleScreen';
import { TextPeople } from '../domains/messaging/TextPeople';

/** Texting belongs to the inbox; the list of people only says whom. */
export function PeopleRoute() {
  return <PeopleScreen textThem={(people) => <TextPeople people={people} />} />;
}
