import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { refresh } from '../../shared/command';
import { tell, tellProblem } from '../../shared/notices';

/** Does it, says so, and shows how things stand then. */
export function useStep<T>(step: (thing: T) => Promise<void>, done: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: () => {
      tell(done);
    },
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
    onSettled: () => refresh(queries),
  });
}
