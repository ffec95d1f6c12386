/** A requirement of a standard, and the sections of the sign-off document that speak to it. */
export interface ControlMapping {
  readonly standard: string;
  readonly control: string;
  readonly sections: string;
}

export const CONTROLS: readonly ControlMapping[] = [
  {
    standard: 'ITIL 4',
    control: 'Change enablement: a change is assessed, authorised and scheduled',
    sections: '1, 7, 8, 16',
  },
  {
    standard: 'SOC 2 CC8.1',
    control: 'Changes are authorised, designed, documented, tested, approved and implemented',
    sections: '4, 5, 8, 11, 16, 17',
  },
  {
    standard: 'ISO/IEC 27001:2022 A.8.32',
    control: 'Change management',
    sections: '1 to 18',
  },
  {
    standard: 'ISO/IEC 27001:2022 A.8.31',
    control: 'Separation of development, test and production environments',
    sections: '11',
  },
  {
    standard: 'ISO/IEC 27001:2022 A.5.3',
    control: 'Segregation of duties',
    sections: '13, 14',
  },
  {
    standard: 'SOX IT general controls',
    control: 'A change is requested, tested and approved before it is deployed, by separate people',
    sections: '1, 11, 14, 16, 17',
  },
];
