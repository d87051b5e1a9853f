import type { Cause } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  PlainButton,
  TimeAgo,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useState } from 'react';

const useStyles = makeStyles(
  theme => ({
    frame: { overflowX: 'auto', marginTop: theme.spacing(1) },
    table: {
      borderCollapse: 'collapse',
      fontSize: '0.8125rem',
      minWidth: '100%',
      '& th, & td': {
        textAlign: 'start',
        verticalAlign: 'top',
        padding: theme.spacing(0.5, 2, 0.5, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
        overflowWrap: 'anywhere',
      },
      '& th': { color: theme.palette.text.secondary, fontWeight: 600 },
      '& code': { fontSize: '0.8125rem' },
    },
  }),
  { name: 'KratixEvidenceList' },
);

/** The facts behind the headline; one that is not believed is struck out. @internal */
export function EvidenceList(props: { causes: Cause[] }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const [open, setOpen] = useState(false);
  const facts = props.causes.flatMap(({ evidence }) => evidence);
  if (facts.length === 0) return null;
  return (
    <div>
      <PlainButton
        size="small"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        endIcon={open ? <ExpandLess /> : <ExpandMore />}
        style={{ marginLeft: -5 }}
      >
        {t('requestPage.evidence.titleCount', { n: `${facts.length}` })}
      </PlainButton>
      {open && (
        <div className={classes.frame}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('requestPage.evidence.object')}</th>
                <th scope="col">{t('requestPage.evidence.field')}</th>
                <th scope="col">{t('requestPage.evidence.value')}</th>
                <th scope="col">{t('requestPage.evidence.time')}</th>
              </tr>
            </thead>
            <tbody>
              {facts.map((fact, index) => {
                const value = <code dir="auto">{fact.value}</code>;
                return (
                  <tr key={index}>
                    <td>{fact.object}</td>
                    <td>
                      <code>{fact.field}</code>
                    </td>
                    <td>
                      {fact.contradictedBy ? (
                        <>
                          <s>{value}</s>
                          <div>
                            {t('requestPage.evidence.struck', {
                              reason: fact.contradictedBy,
                            })}
                          </div>
                        </>
                      ) : (
                        value
                      )}
                    </td>
                    <td>
                      <TimeAgo time={fact.time} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
