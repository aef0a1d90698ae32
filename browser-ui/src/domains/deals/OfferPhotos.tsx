import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { ask, askFile } from '../../api/client';
import { texts } from '../../texts';

/** What the boxes of an offer looked like, for who has its private link. */
export function OfferPhotos({ token }: { token: string }) {
  const photos = useQuery({
    queryKey: ['offer photos', token],
    queryFn: () => ask('/api/offers/photos', { token }),
    staleTime: Infinity,
  });
  const shown = photos.data?.filter((photo) => photo.kind !== 'HEIC') ?? [];
  if (shown.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={texts.offer.photos}>
      {shown.map((photo) => (
        <OfferPhoto key={photo.id} token={token} photoId={photo.id} item={photo.item} />
      ))}
    </Group>
  );
}

function OfferPhoto({ token, photoId, item }: { token: string; photoId: string; item: string }) {
  const file = useQuery({
    queryKey: ['offer photo', token, photoId],
    queryFn: () => askFile('/api/offers/photo', { token, photoId }),
    staleTime: Infinity,
  });
  const address = useMemo(() => (file.data ? URL.createObjectURL(file.data) : undefined), [file.data]);
  useEffect(
    () => () => {
      if (address) URL.revokeObjectURL(address);
    },
    [address],
  );
  if (!address) return null;
  return (
    <a href={address} target="_blank" rel="noopener" className="attachedFile">
      <img src={address} alt={texts.photos.of(item)} />
    </a>
  );
}
