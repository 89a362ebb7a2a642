import styles from './Faces.module.css';

/** One of several words for a button, in a box that fits each of them, so that nothing beside it moves. */
export function Faces<Face extends string>({ faces, shown }: { faces: readonly Face[]; shown: Face }) {
  return (
    <span className={styles.faces}>
      {faces.map((face) => (
        <span key={face} className={face === shown ? undefined : styles.other}>
          {face}
        </span>
      ))}
    </span>
  );
}
