/** A restaurant that needs three items: no signboard, no tobacco, no sewer. */
export const APPLICANT = { name: '欧阳若兰', kind: 'person', idNumber: '371302199001010014', phone: '13805390000' } as const;

const FORM = {
  creditCode: '91371302MA3C0X1A2B', shopName: '蒙山小馆', shopAddress: '沂蒙路1号', shopArea: 120, contactPhone: '13805390000', businessKind: ['hotFood'], hasSignboard: false, sellsTobacco: false, dischargesToSewer: false,
};

export const RECEIPT = { service: 'open-restaurant', region: '371302', applicant: APPLICANT, form: FORM };
